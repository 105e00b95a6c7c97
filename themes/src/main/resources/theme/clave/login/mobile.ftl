<#import "icons.ftl" as icons>
<#setting time_zone="Europe/Madrid">
<#-- A form that goes on by itself when the app has answered; where there is no JavaScript, by its buttons. Once the person is to
     come back from the app, it stands still: going on would get in the way of the page that the app opens. -->
<#macro waiting id>
    <form id="${id}" action="${url.loginAction}" method="post" data-once data-request="${requestKey}" data-events="<#if !(confirmed!false)>${eventsUrl}</#if>" data-state="${stateUrl}">
      <#nested>
      <input type="hidden" name="step" value="go" disabled data-go>
      <div role="status" class="sr-only" data-announce></div>
    </form>
</#macro>

<#macro timeLeft>
      <#local until = (.now?long + secondsLeft * 1000)?number_to_datetime?string("HH:mm:ss")>
      <p class="fact" data-time-left="${secondsLeft?c}" data-text-left="${msg("codeTimeLeft", "{0}")}"><@icons.clock/><span>${msg("appUntil", until)} <span class="fact__extra" aria-hidden="true" data-left></span></span></p>
</#macro>

<#macro help>
    <details class="help">
      <summary>${msg("appHelpTitle")}</summary>
      <div class="help__body">
        <ul>
          <li>${msg("appHelpNone")}</li>
          <li>${msg("appHelpOld")}</li>
          <li>${msg("appHelpStranger")}</li>
        </ul>
      </div>
    </details>
</#macro>
