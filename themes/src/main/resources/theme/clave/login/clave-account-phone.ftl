<#import "template.ftl" as layout>
<#import "account.ftl" as account>
<#import "form.ftl" as form>
<@layout.registrationLayout fields=["mobile", "oldCode", "newCode"]; section>
  <#if section = "header">
    <#if stage == "codes">${msg("accountCodesTitle")}<#elseif stage == "taken">${msg("accountTakenTitle")}<#else>${msg("accountPhoneTitle")}</#if>
  <#elseif section = "form">
    <form id="clave-account-phone" action="${accountUrl}/telefono" method="post" novalidate data-once>
      <@account.token/>
      <#if stage == "number">
      <p class="lead">${msg("accountPhoneNow", phoneEnding)} <#if byCertificate>${msg("accountPhoneOneCode")}<#else>${msg("accountPhoneTwoCodes")}</#if></p>
      <@form.text id="mobile" label=msg("accountPhoneLabel") hint=msg("accountPhoneHint") value=mobile class="input--medium" inputmode="tel" autocomplete="tel" capitals="off"/>
      <div class="actions">
        <button class="button button--primary button--large" type="submit" name="step" value="send">${msg("accountSend")}</button>
      </div>
      <#elseif stage == "codes">
      <p class="lead">${msg("accountCodesLead", codeMinutes)}</p>
      <#list codes as code>
        <#if code == "oldCode">
        <@form.text id="oldCode" label=msg("accountOldCodeLabel", phoneEnding) hint=msg("accountSmsCodeHint") class="input--code" inputmode="numeric" maxlength=12 capitals="off"/>
        <#else>
        <@form.text id="newCode" label=msg("accountNewCodeLabel", newPhoneEnding) hint=msg("accountSmsCodeHint") class="input--code" inputmode="numeric" autocomplete="one-time-code" maxlength=12 capitals="off"/>
        </#if>
      </#list>
      <div class="actions">
        <button class="button button--primary button--large" type="submit" name="step" value="verify">${msg("accountVerify")}</button>
      </div>
      <div class="actions actions--second">
        <button class="button button--secondary" type="submit" name="step" value="resend" formnovalidate>${msg("accountResend")}</button>
        <button class="button button--link" type="submit" name="step" value="restart" formnovalidate>${msg("accountPhoneRestart")}</button>
      </div>
      <#else>
      <p class="lead">${msg("accountTakenText", newPhoneEnding)}</p>
      <div class="actions">
        <button class="button button--primary button--large" type="submit" name="step" value="confirm">${msg("accountTakenConfirm")}</button>
        <button class="button button--link" type="submit" name="step" value="restart" formnovalidate>${msg("accountPhoneRestart")}</button>
      </div>
      </#if>
    </form>
    <@account.back/>
  </#if>
</@layout.registrationLayout>
