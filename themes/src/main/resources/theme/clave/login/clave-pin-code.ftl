<#import "template.ftl" as layout>
<#import "form.ftl" as form>
<#import "icons.ftl" as icons>
<#setting time_zone="Europe/Madrid">
<#function clock seconds pattern>
  <#return (.now?long + seconds * 1000)?number_to_datetime?string(pattern)>
</#function>
<@layout.registrationLayout fields=["code"] agency=agencyName watching=true; section>
  <#if section = "header">
    <#if usable>${msg("codeTitle")}<#else>${msg("codeOverTitle")}</#if>
  <#elseif section = "form">
    <form id="clave-pin-code" action="${url.loginAction}" method="post" novalidate data-once<#if usable> data-otp</#if>>
      <#if usable>
      <p class="lead" id="code-sent"><#if phoneEnding?has_content>${msg("codeSentTo", phoneEnding)}<#else>${msg("codeSent")}</#if></p>
      <#if maybeInApp!false><p class="hint">${msg("codeMaybeInApp")}</p></#if>
      <div data-while-usable>
      <@form.text id="code" label=msg("codeLabel") hint=msg("codeHint") class="input--code" inputmode="numeric" autocomplete="one-time-code" maxlength=12 capitals="off" focus=true describedBy="code-until"/>
      </div>
      <p class="fact" data-countdown="${secondsLeft?c}" data-text-left="${msg("codeTimeLeft", "{0}")}" data-text-minutes="${msg("codeMinutesLeft", "{0}")}" data-text-minute="${msg("codeLastMinute")}" data-text-over="${msg("codeOver")}"><@icons.clock/><span><span id="code-until" data-until>${msg("codeUntil", clock(secondsLeft, "HH:mm"))}</span> <span class="fact__extra" aria-hidden="true" data-left></span></span></p>
      <div role="status" class="sr-only" data-announce></div>
      <div class="actions" data-while-usable>
        <button class="button button--primary button--large" type="submit" name="step" value="verify">${msg("codeVerify")}</button>
      </div>
      </#if>
      <div class="actions<#if usable> actions--second</#if>">
        <button class="button button--<#if usable>secondary<#else>primary button--large</#if>" type="submit" name="step" value="resend" formnovalidate<#if (resendInSeconds > 0)> aria-describedby="resend-when" data-resend="${resendInSeconds?c}"</#if>>${msg("codeResend")}</button>
        <#if (resendInSeconds > 0)><p class="hint" id="resend-when" data-resend-text="${msg("codeResendIn", "{0}")}">${msg("codeResendFrom", clock(resendInSeconds + 1, "HH:mm:ss"))}</p></#if>
        <button class="button button--link" type="submit" name="step" value="change" formnovalidate>${msg("codeChange")}</button>
        <@form.cancel/>
      </div>
    </form>
    <details class="help">
      <summary>${msg("codeMissingTitle")}</summary>
      <div class="help__body">
        <ul>
          <li>${msg("codeMissingWait")}</li>
          <li>${msg("codeMissingData")}</li>
          <li>${msg("codeMissingPhone")}</li>
        </ul>
      </div>
    </details>
  </#if>
</@layout.registrationLayout>
