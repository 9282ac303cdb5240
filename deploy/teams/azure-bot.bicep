// The Azure Bot through which Teams reaches InterviewBot. The bot itself runs where you want; it only has to be reached by https.
//   az deployment group create --resource-group GROUP --template-file deploy/teams/azure-bot.bicep \
//     --parameters appId=APP_ID tenantId=TENANT_ID endpoint=https://HOST/api/messages

@description('Name of the resource; free to choose, 4-42 characters.')
@minLength(4)
@maxLength(42)
param name string = 'interviewbot'

@description('Application (client) id of the app registration, or client id of the managed identity.')
param appId string

@description('Tenant of the app registration.')
param tenantId string = tenant().tenantId

@description('Where the bot is reached: https, and the path /api/messages.')
param endpoint string

@description('SingleTenant: the app registration has a secret or a certificate. UserAssignedMSI: the bot runs in Azure under this identity.')
@allowed([
  'SingleTenant'
  'UserAssignedMSI'
])
param appType string = 'SingleTenant'

@description('Resource id of the managed identity; only with UserAssignedMSI.')
param identityResourceId string = ''

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  kind: 'azurebot'
  sku: {
    // Standard channels, Teams among them, cost nothing in it.
    name: 'F0'
  }
  properties: {
    displayName: 'InterviewBot'
    endpoint: endpoint
    msaAppId: appId
    msaAppTenantId: tenantId
    msaAppType: appType
    msaAppMSIResourceId: appType == 'UserAssignedMSI' ? identityResourceId : null
    // No key based access to the bot: Teams is the only channel.
    disableLocalAuth: true
    schemaTransformationVersion: '1.3'
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      isEnabled: true
      acceptedTerms: true
      enableCalling: false
    }
  }
}

output botName string = bot.name
