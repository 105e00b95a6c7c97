<#import "template.ftl" as layout>
<#import "form.ftl" as form>
<#import "progress.ftl" as progress>
<#import "icons.ftl" as icons>
<@layout.registrationLayout fields=["mobile", "email"] agency=agencyName!"" watching=true; section>
  <#if section = "header">
    ${msg("contactTitle")}
  <#elseif section = "form">
    <@progress.bar/>
    <p class="lead">${msg("contactLead")}</p>
    <#if kept!false>
    <p>${msg("contactKept")}</p>
    </#if>
    <form id="clave-registration-contact" action="${url.loginAction}" method="post" novalidate data-once>
      <div class="field">
        <label class="label" for="region">${msg("regionLabel")}</label>
        <p class="hint" id="region-hint">${msg("regionHint")}</p>
        <select class="input input--medium" id="region" name="region" autocomplete="off" aria-describedby="region-hint">
          <#list countries as country>
          <option value="${country.region}"<#if country.region == typed.region> selected</#if>>${country.name} (+${country.code})</option>
          </#list>
        </select>
      </div>
      <@form.text id="mobile" label=msg("mobileLabel") hint=msg("mobileHint") value=typed.mobile class="input--medium" inputmode="tel" autocomplete="tel-national" capitals="off"/>
      <@form.text id="email" label=msg("emailLabel") hint=msg("emailHint") value=typed.email class="input--medium" inputmode="email" autocomplete="email" maxlength=254 capitals="off"/>
      <div class="actions">
        <button class="button button--primary button--large" type="submit" name="step" value="contact">${msg("contactContinue")}</button>
        <@progress.toRoutes/>
        <@progress.leave/>
      </div>
    </form>
  <#elseif section = "aside">
    <aside class="aside" aria-label="${msg("asideLabel")}">
      <section class="panel">
        <h2 class="panel__title"><@icons.phone/>${msg("contactWhyTitle")}</h2>
        <p>${msg("contactWhyMobile")}</p>
        <p>${msg("contactWhyOwn")}</p>
      </section>
    </aside>
  </#if>
</@layout.registrationLayout>
