<#import "template.ftl" as layout>
<#import "form.ftl" as form>
<#import "certificate.ftl" as certificate>
<@layout.registrationLayout agency=agencyName level=requiredLevel watching=true; section>
  <#if section = "header">
    <#if refusal?has_content>${msg("certificateRefusedTitle")}<#else>${msg("certificateTitle")}</#if>
  <#elseif section = "form">
    <#if refusal?has_content><@certificate.refused refusal/><#else><p class="lead">${msg("certificateLead")}</p><@certificate.needs/></#if>
    <form id="clave-certificate" action="${url.loginAction}" method="post" data-once>
      <div class="actions">
        <button class="button button--primary button--large" type="submit" name="step" value="show"><#if refusal?has_content>${msg("certificateAgain")}<#else>${msg("certificateShow")}</#if></button>
        <@form.cancel/>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
