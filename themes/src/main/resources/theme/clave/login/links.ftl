<#-- A link out of the login: a new window, so that the login that waits is not lost. -->
<#macro elsewhere href text>
<a href="${href}" target="_blank" rel="noopener noreferrer">${text}<span class="sr-only"> ${msg("opensElsewhere")}</span></a><#t>
</#macro>

<#-- Back to the agency, if we know where it lives. -->
<#macro backToAgency>
  <#if (client.baseUrl)?has_content>
    <#local name = (client.name?has_content)?then(advancedMsg(client.name!""), client.clientId)>
<a id="backToApplication" class="button button--primary" href="${client.baseUrl}">${msg("backToAgency", name)}</a>
  </#if>
</#macro>
