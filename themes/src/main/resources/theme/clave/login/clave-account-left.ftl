<#import "template.ftl" as layout>
<@layout.registrationLayout languages=false; section>
  <#if section = "header">
    ${msg("accountLeftTitle")}
  <#elseif section = "form">
    <p class="lead">${msg("accountLeftText")}</p>
    <p>${msg("accountLeftBack")}</p>
  </#if>
</@layout.registrationLayout>
