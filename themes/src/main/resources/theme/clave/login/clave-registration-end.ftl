<#import "template.ftl" as layout>
<@layout.registrationLayout languages=false watching=false; section>
  <#if section = "header">
    ${msg("registrationEndTitle")}
  <#elseif section = "form">
    <p class="lead">${msg("registrationEndText")}</p>
    <p>${msg("infoClose")}</p>
    <#if properties.accountUrl?has_content>
    <p>${msg("registrationEndAccount")}</p>
    <div class="actions"><a class="button button--secondary" href="${properties.accountUrl}">${msg("registrationEndAccountLink")}</a></div>
    </#if>
  </#if>
</@layout.registrationLayout>
