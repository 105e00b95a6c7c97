<#import "template.ftl" as layout>
<@layout.registrationLayout languages=false watching=false; section>
  <#if section = "header">
    ${msg("registrationEndTitle")}
  <#elseif section = "form">
    <p class="lead">${msg("registrationEndText")}</p>
    <p>${msg("infoClose")}</p>
  </#if>
</@layout.registrationLayout>
