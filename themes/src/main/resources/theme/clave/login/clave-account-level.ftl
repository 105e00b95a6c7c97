<#import "template.ftl" as layout>
<#import "account.ftl" as account>
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("accountStepUpTitle")}
  <#elseif section = "form">
    <p class="lead"><#if wanted == "telefono">${msg("accountStepUpPhone")}<#elseif wanted == "baja">${msg("accountStepUpLeave")}<#else>${msg("accountStepUpCode")}</#if></p>
    <p>${msg("accountStepUpOffice")}</p>
    <#if canStepUp>
    <form id="clave-account-level" action="${accountUrl}/${wanted}" method="post" data-once>
      <@account.token/>
      <div class="actions">
        <button class="button button--primary button--large" type="submit" name="step" value="up">${msg("accountStepUpButton")}</button>
      </div>
    </form>
    </#if>
    <@account.back/>
  </#if>
</@layout.registrationLayout>
