<#import "template.ftl" as layout>
<#import "icons.ftl" as icons>
<#import "links.ftl" as links>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    <#if (statusCode!0) == 404>${msg("notFoundTitle")}<#elseif (statusCode!0) gte 500>${msg("brokenTitle")}<#else>${msg("errorTitle")}</#if>
  <#elseif section = "form">
    <div id="kc-error-message" class="alert alert--error" role="alert">
      <p class="alert__text"><@icons.error/><span>${kcSanitize((message.summary)!msg("internalServerError"))?no_esc}</span></p>
    </div>
    <h2>${msg("nextTitle")}</h2>
    <ul>
      <#if (statusCode!0) gte 500><li>${msg("nextWait")}</li></#if>
      <li>${msg("nextStartAgain")}</li>
      <li><#if properties.helpUrl?has_content><@links.elsewhere href=properties.helpUrl text=msg("nextHelp")/><#else>${msg("nextHelp")}</#if></li>
    </ul>
    <#if traceId??><p class="hint" id="traceId">${msg("traceIdSupportMessage", traceId)}</p></#if>
    <#if !skipLink??><div class="actions"><@links.backToAgency/></div></#if>
  </#if>
</@layout.registrationLayout>
