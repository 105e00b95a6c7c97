<#import "template.ftl" as layout>
<#import "form.ftl" as form>
<#import "newpassword.ftl" as newpassword>
<@layout.registrationLayout fields=["password", "newPassword", "repeatedPassword"]; section>
  <#if section = "header">
    ${msg("permanentAccountTitle")}
  <#elseif section = "form">
    <#if active>
    <#if strength?has_content><@newpassword.strength name=strength of=strengthOf/></#if>
    <p class="lead">${msg("permanentAccountLead")}</p>
    <form id="clave-permanent-account" action="${action}" method="post" novalidate data-once>
      <input type="hidden" name="formToken" value="${formToken}">
      <div class="field">
        <label class="label" for="username">${msg("nationalIdLabel")}</label>
        <input class="input input--medium" type="text" id="username" name="username" value="${nationalId}" readonly autocomplete="username">
      </div>
      <@form.password id="password" label=msg("passwordCurrentLabel") autocomplete="current-password"/>
      <@newpassword.fields least=leastLength/>
      <div class="actions">
        <button class="button button--primary button--large" type="submit" name="step" value="change">${msg("permanentChange")}</button>
      </div>
    </form>
    <p><a href="${activateUrl}">${msg("permanentForgotten")}</a></p>
    <#else>
    <p class="lead">${msg("permanentNotActive")}</p>
    <div class="actions"><a class="button button--primary button--large" href="${activateUrl}">${msg("permanentActivate")}</a></div>
    </#if>
  </#if>
</@layout.registrationLayout>
