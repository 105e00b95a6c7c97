<#import "template.ftl" as layout>
<@layout.registrationLayout languages=false; section>
  <#if section = "header">
    ${msg("frontchannel-logout.title")}
  <#elseif section = "form">
    <p class="lead">${msg("frontchannel-logout.message")}</p>
    <ul>
      <#list logout.clients as client>
      <li>${advancedMsg(client.name)}<iframe src="${client.frontChannelLogoutUrl}" title="${advancedMsg(client.name)}" hidden></iframe></li>
      </#list>
    </ul>
    <#if logout.logoutRedirectUri?has_content>
    <div class="actions"><a id="continue" class="button button--primary" href="${logout.logoutRedirectUri}" data-continue>${msg("doContinue")}</a></div>
    </#if>
  </#if>
</@layout.registrationLayout>
