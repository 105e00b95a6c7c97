<#import "template.ftl" as layout>
<#import "form.ftl" as form>
<#import "icons.ftl" as icons>
<@layout.registrationLayout fields=["nationalId", "email", "activationCode"] agency=agencyName level=requiredLevel watching=true; section>
  <#if section = "header">
    ${msg("activationTitle")}
  <#elseif section = "form">
    <p class="lead">${msg("activationLead")}</p>
    <form id="clave-permanent-activation" action="${url.loginAction}" method="post" novalidate data-once>
      <#if knownId?has_content>
      <p class="fact"><@icons.person/><span>${msg("nationalIdLabel")}: ${knownId}</span></p>
      <#else>
      <@form.text id="nationalId" label=msg("nationalIdLabel") hint=msg("nationalIdHint") value=(typed.nationalId)!"" class="input--medium input--upper" autocomplete="username"/>
      </#if>
      <@form.text id="email" label=msg("activationEmailLabel") hint=msg("activationEmailHint") value=(typed.email)!"" class="input--medium" inputmode="email" autocomplete="email" capitals="off" maxlength=200/>
      <@form.text id="activationCode" label=msg("activationCodeLabel") hint=msg("activationCodeHint") value=(typed.activationCode)!"" class="input--medium input--activation" maxlength=60>
        <details class="help">
          <summary>${msg("activationWhereTitle")}</summary>
          <div class="help__body">
            <p>${msg("activationWhereText")}</p>
            <h2 class="help__title">${msg("activationNewTitle")}</h2>
            <ul>
              <li>${msg("activationNewCertificate")}</li>
              <li>${msg("activationNewOffice")}</li>
              <li>${msg("activationNewLetter")}</li>
            </ul>
          </div>
        </details>
      </@form.text>
      <div class="actions">
        <button class="button button--primary button--large" type="submit" name="step" value="check">${msg("codeVerify")}</button>
        <button class="button button--link" type="submit" name="step" value="login" formnovalidate>${msg("activationHavePassword")}</button>
        <@form.cancel/>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
