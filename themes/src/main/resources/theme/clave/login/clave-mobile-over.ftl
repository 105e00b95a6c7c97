<#import "template.ftl" as layout>
<#import "form.ftl" as form>
<@layout.registrationLayout agency=agencyName level=requiredLevel watching=true; section>
  <#if section = "header">
    ${msg("appOverTitle")}
  <#elseif section = "form">
    <form id="clave-mobile-over" action="${url.loginAction}" method="post" data-once>
      <div class="actions">
        <button class="button button--primary button--large" type="submit" name="step" value="again">${msg("appAgain")}</button>
        <#if kind == "TYPED"><button class="button button--secondary" type="submit" name="step" value="document">${msg("appAskAgain")}</button></#if>
        <#if byPin><button class="button button--secondary" type="submit" name="way" value="pin">${msg("appSms")}</button></#if>
        <@form.cancel/>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
