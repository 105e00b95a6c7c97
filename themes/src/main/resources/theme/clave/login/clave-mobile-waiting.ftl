<#import "template.ftl" as layout>
<#import "form.ftl" as form>
<#import "icons.ftl" as icons>
<#import "mobile.ftl" as mobile>
<@layout.registrationLayout agency=agencyName level=requiredLevel watching=true; section>
  <#if section = "header">
    <#if digits?has_content>${msg("appTypeTitle")}<#elseif confirmed>${msg("appComeBackTitle")}<#else>${msg("appScannedTitle")}</#if>
  <#elseif section = "form">
    <@mobile.waiting id="clave-mobile-waiting">
      <#if digits?has_content>
      <p class="lead">${msg("appTypeLead")}</p>
      <p class="digits" id="app-digits" translate="no"><span class="sr-only">${msg("appTypeDigits")} </span><span class="digits__value">${digits?substring(0, 3)} ${digits?substring(3)}</span></p>
      <p class="hint">${msg("appTypeNever")}</p>
      <#elseif confirmed>
      <p class="lead">${msg("appComeBackLead")}</p>
      <#else>
      <p class="fact"><@icons.phone/><span>${msg("appScannedBy", deviceName)}</span></p>
      <p class="lead">${msg("appScannedLead")}</p>
      </#if>
      <@mobile.timeLeft/>
      <div class="actions">
        <button class="button button--secondary" type="submit" name="step" value="go" data-without-script>${msg("appGoOn")}</button>
        <#if byPin!false>
        <div class="actions" data-after="${smsInSeconds?c}">
          <p class="hint" id="app-sms">${msg("appSmsHint")}</p>
          <button class="button button--secondary" type="submit" name="way" value="pin" aria-describedby="app-sms">${msg("appSms")}</button>
        </div>
        </#if>
        <button class="button button--link" type="submit" name="step" value="again">${msg("appOtherQr")}</button>
        <@form.cancel/>
      </div>
    </@mobile.waiting>
  </#if>
</@layout.registrationLayout>
