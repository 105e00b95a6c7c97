<#import "template.ftl" as layout>
<#import "account.ftl" as account>
<#import "icons.ftl" as icons>
<@layout.registrationLayout fields=["understood"]; section>
  <#if section = "header">
    ${msg("accountLeaveTitle")}
  <#elseif section = "form">
    <#assign failed = messagesPerField.existsError("understood")>
    <p class="lead">${msg("accountLeaveLead")}</p>
    <ul>
      <li>${msg("accountLeaveNoLogin")}</li>
      <li>${msg("accountLeaveSessions")}</li>
      <li>${msg("accountLeaveCode")}</li>
      <li>${msg("accountLeaveBack")}</li>
      <li>${msg("accountLeaveKept")}</li>
    </ul>
    <form id="clave-account-leave" action="${accountUrl}/baja" method="post" novalidate data-once>
      <@account.token/>
      <div class="field<#if failed> field--error</#if>">
        <#if failed><p class="error" id="understood-error"><@icons.error/><span><span class="sr-only">${msg("errorPrefix")} </span>${kcSanitize(messagesPerField.get("understood"))?no_esc}</span></p></#if>
        <div class="choice">
          <input type="checkbox" id="understood" name="understood" value="yes" required<#if failed> aria-invalid="true" aria-describedby="understood-error"</#if>>
          <label for="understood">${msg("accountLeaveUnderstood")}</label>
        </div>
      </div>
      <div class="actions">
        <button class="button button--primary button--large" type="submit" name="step" value="leave">${msg("accountLeaveButton")}</button>
      </div>
    </form>
    <@account.back/>
  </#if>
</@layout.registrationLayout>
