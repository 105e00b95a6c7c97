<#import "template.ftl" as layout>
<#import "links.ftl" as links>
<#import "progress.ftl" as progress>
<#import "icons.ftl" as icons>
<@layout.registrationLayout fields=["conditions"] agency=agencyName!"" watching=true; section>
  <#if section = "header">
    ${msg("conditionsTitle")}
  <#elseif section = "form">
    <@progress.bar/>
    <dl class="facts">
      <div><dt>${msg("registeredName")}</dt><dd>${name}</dd></div>
      <div><dt>${msg("nationalIdLabel")}</dt><dd>${nationalId}</dd></div>
      <div><dt>${msg("mobileLabel")}</dt><dd>${mobile}</dd></div>
      <div><dt>${msg("emailLabel")}</dt><dd translate="no">${email}</dd></div>
      <div><dt>${msg("registrationLevel")}</dt><dd><#if level == "ADVANCED">${msg("registrationLevelAdvanced")}<#else>${msg("registrationLevelBasic")}</#if></dd></div>
    </dl>
    <h2>${msg("conditionsHeading")}</h2>
    <ul>
      <li>${msg("conditionsPersonal")}</li>
      <li>${msg("conditionsMobile")}</li>
      <li>${msg("conditionsWarn")}</li>
      <li>${msg("conditionsRenounce")}</li>
      <li>${msg("conditionsData")}<#if properties.privacyUrl?has_content> <@links.elsewhere href=properties.privacyUrl text=msg("footerPrivacy")/></#if></li>
    </ul>
    <form id="clave-registration-conditions" action="${url.loginAction}" method="post" novalidate data-once>
      <#assign failed = messagesPerField.existsError("conditions")>
      <div class="field<#if failed> field--error</#if>">
        <#if failed><p class="error" id="conditions-error"><@icons.error/><span><span class="sr-only">${msg("errorPrefix")} </span>${kcSanitize(messagesPerField.get("conditions"))?no_esc}</span></p></#if>
        <div class="choice">
          <input type="checkbox" id="conditions" name="conditions" value="accepted" required<#if failed> aria-invalid="true" aria-describedby="conditions-error"</#if>>
          <label for="conditions">${msg("conditionsAccept")}</label>
        </div>
      </div>
      <div class="actions">
        <button class="button button--primary button--large" type="submit" name="step" value="accept">${msg("conditionsRegister")}</button>
        <button class="button button--link" type="submit" name="step" value="change-contact" formnovalidate>${msg("contactChange")}</button>
        <@progress.leave/>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
