<#import "template.ftl" as layout>
<#import "form.ftl" as form>
<#import "newpassword.ftl" as newpassword>
<@layout.registrationLayout fields=["newPassword", "repeatedPassword"] agency=agencyName watching=true; section>
  <#if section = "header">
    ${msg("passwordNewTitle")}
  <#elseif section = "form">
    <p class="lead"><#if expired>${msg("passwordExpiredLead")}<#else>${msg("passwordNewLead")}</#if></p>
    <form id="clave-permanent-password" action="${url.loginAction}" method="post" novalidate data-once>
      <div class="field">
        <label class="label" for="username">${msg("nationalIdLabel")}</label>
        <input class="input input--medium" type="text" id="username" name="username" value="${nationalId}" readonly autocomplete="username">
      </div>
      <@newpassword.fields least=leastLength/>
      <div class="actions">
        <button class="button button--primary button--large" type="submit" name="step" value="set">${msg("passwordSave")}</button>
        <@form.turnBack/>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
