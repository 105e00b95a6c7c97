<#import "template.ftl" as layout>
<#import "form.ftl" as form>
<#import "desk.ftl" as desk>
<@layout.registrationLayout fields=["mobile", "email"] watching=false; section>
  <#if section = "header">
    ${msg("deskContactTitle")}
  <#elseif section = "form">
    <@desk.whose/>
    <p class="lead"><strong>${name}</strong>. ${msg("deskContactLead")}</p>
    <form id="clave-desk-contact" action="${deskUrl}" method="post" novalidate data-once>
      <@desk.token/>
      <div class="field">
        <label class="label" for="region">${msg("regionLabel")}</label>
        <select class="input input--medium" id="region" name="region" autocomplete="off">
          <#list countries as country>
          <option value="${country.region}"<#if country.region == typed.region> selected</#if>>${country.name} (+${country.code})</option>
          </#list>
        </select>
      </div>
      <@form.text id="mobile" label=msg("officeMobileLabel") value=typed.mobile class="input--medium" inputmode="tel" capitals="off"/>
      <@form.text id="email" label=msg("officeEmailLabel") value=typed.email class="input--medium" inputmode="email" maxlength=254 capitals="off" required=false/>
      <div class="actions">
        <button class="button button--primary button--large" type="submit" name="step" value="send">${msg("deskSendCode")}</button>
      </div>
    </form>
    <@desk.refuse/>
  </#if>
</@layout.registrationLayout>
