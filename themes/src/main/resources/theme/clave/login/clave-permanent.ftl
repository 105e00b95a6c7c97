<#import "template.ftl" as layout>
<#import "form.ftl" as form>
<#import "aside.ftl" as aside>
<#import "passkey.ftl" as passkeys>
<@layout.registrationLayout fields=["nationalId", "password"] agency=agencyName level=requiredLevel watching=true; section>
  <#if section = "header">
    ${msg("permanentTitle")}
  <#elseif section = "form">
    <p class="lead"><#if known>${msg("permanentLeadKnown")}<#else>${msg("permanentLead")}</#if></p>
    <form id="clave-permanent" action="${url.loginAction}" method="post" novalidate data-once>
      <#if !known>
      <@form.text id="nationalId" label=msg("nationalIdLabel") hint=msg("nationalIdHint") value=(typed.nationalId)!"" class="input--medium input--upper" autocomplete=passkey???then("username webauthn", "username")/>
      </#if>
      <@form.password id="password" label=msg("passwordLabel") autocomplete="current-password" focus=known/>
      <div class="actions">
        <button class="button button--primary button--large" type="submit" name="step" value="enter">${msg("permanentEnter")}</button>
      </div>
      <div class="actions actions--second">
        <button class="button button--link" type="submit" name="step" value="activate" formnovalidate>${msg("permanentForgotten")}</button>
        <button class="button button--link" type="submit" name="step" value="activate" formnovalidate>${msg("permanentActivate")}</button>
        <@form.cancel/>
      </div>
    </form>
    <@passkeys.autofill/>
  <#elseif section = "aside">
    <@aside.panels/>
  </#if>
</@layout.registrationLayout>
