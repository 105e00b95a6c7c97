<#import "template.ftl" as layout>
<#import "progress.ftl" as progress>
<#import "certificate.ftl" as certificate>
<@layout.registrationLayout agency=agencyName!"" watching=true; section>
  <#if section = "header">
    <#if refusal?has_content>${msg("certificateRefusedTitle")}<#else>${msg("certificateTitle")}</#if>
  <#elseif section = "form">
    <@progress.bar/>
    <#if refusal?has_content><@certificate.refused refusal/><#else><p class="lead">${msg("certificateLead")}</p><@certificate.needs/></#if>
    <form id="clave-registration-certificate" action="${url.loginAction}" method="post" data-once>
      <div class="actions">
        <button class="button button--primary button--large" type="submit" name="step" value="certificate.show"><#if refusal?has_content>${msg("certificateAgain")}<#else>${msg("certificateShow")}</#if></button>
        <@progress.toRoutes/>
        <@progress.leave/>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
