<#import "template.ftl" as layout>
<#import "links.ftl" as links>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    <#if messageHeader??>${kcSanitize(msg(messageHeader))?no_esc}<#else>${kcSanitize(message.summary)?no_esc}</#if>
  <#elseif section = "form">
    <#if messageHeader?? || requiredActions??>
    <div id="kc-info-message">
      <#if messageHeader??><p>${kcSanitize(message.summary)?no_esc}</p></#if>
      <#if requiredActions??><ul><#list requiredActions as action><li>${kcSanitize(msg("requiredAction.${action}"))?no_esc}</li></#list></ul></#if>
    </div>
    </#if>
    <#if skipLink??>
    <p>${msg("infoClose")}</p>
    <#elseif pageRedirectUri?has_content>
    <div class="actions"><a class="button button--primary" href="${pageRedirectUri}">${msg("backToApplication")}</a></div>
    <#elseif actionUri?has_content>
    <div class="actions"><a class="button button--primary" href="${actionUri}">${msg("doContinue")}</a></div>
    <#elseif (client.baseUrl)?has_content>
    <div class="actions"><@links.backToAgency/></div>
    <#else>
    <p>${msg("infoClose")}</p>
    </#if>
  </#if>
</@layout.registrationLayout>
