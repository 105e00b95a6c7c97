<#import "template.ftl" as layout>
<#import "form.ftl" as form>
<#import "desk.ftl" as desk>
<@layout.registrationLayout fields=["code"] watching=false; section>
  <#if section = "header">
    ${msg("deskCodeTitle")}
  <#elseif section = "form">
    <@desk.whose/>
    <p class="lead">${msg("deskCodeLead", mobile)}</p>
    <form id="clave-desk-code" action="${deskUrl}" method="post" novalidate data-once>
      <@desk.token/>
      <@form.text id="code" label=msg("deskCodeLabel") class="input--code" inputmode="numeric" maxlength=12 capitals="off" focus=true/>
      <div class="actions">
        <button class="button button--primary button--large" type="submit" name="step" value="verify">${msg("doContinue")}</button>
        <button class="button button--secondary" type="submit" name="step" value="resend" formnovalidate<#if (resendInSeconds > 0)> data-resend="${resendInSeconds?c}"</#if>>${msg("deskResend")}</button>
        <button class="button button--link" type="submit" name="step" value="change-contact" formnovalidate>${msg("deskChangeContact")}</button>
      </div>
    </form>
    <@desk.refuse/>
  </#if>
</@layout.registrationLayout>
