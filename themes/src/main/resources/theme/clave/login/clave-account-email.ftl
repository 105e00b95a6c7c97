<#import "template.ftl" as layout>
<#import "account.ftl" as account>
<#import "form.ftl" as form>
<@layout.registrationLayout fields=["email", "emailCode"]; section>
  <#if section = "header">
    <#if stage == "code">${msg("accountCodesTitle")}<#elseif currentEmail?has_content>${msg("accountEmailTitle")}<#else>${msg("accountAddEmail")}</#if>
  <#elseif section = "form">
    <form id="clave-account-email" action="${accountUrl}/correo" method="post" novalidate data-once>
      <@account.token/>
      <#if stage == "address">
      <p class="lead"><#if currentEmail?has_content>${msg("accountEmailNow", currentEmail)} </#if>${msg("accountEmailLead")}</p>
      <@form.text id="email" label=msg("accountEmailLabel") hint=msg("accountEmailHint") value=typedEmail inputmode="email" autocomplete="email" maxlength=254 capitals="off"/>
      <div class="actions">
        <button class="button button--primary button--large" type="submit" name="step" value="send">${msg("accountSend")}</button>
      </div>
      <#else>
      <p class="lead">${msg("accountEmailCodeLead", newEmail, codeMinutes)}</p>
      <@form.text id="emailCode" label=msg("accountEmailCodeLabel") hint=msg("accountEmailCodeHint") class="input--code" inputmode="numeric" autocomplete="one-time-code" maxlength=12 capitals="off"/>
      <div class="actions">
        <button class="button button--primary button--large" type="submit" name="step" value="verify">${msg("accountVerify")}</button>
      </div>
      <div class="actions actions--second">
        <button class="button button--secondary" type="submit" name="step" value="resend" formnovalidate>${msg("accountResend")}</button>
        <button class="button button--link" type="submit" name="step" value="restart" formnovalidate>${msg("accountEmailRestart")}</button>
      </div>
      </#if>
    </form>
    <@account.back/>
  </#if>
</@layout.registrationLayout>
