<#import "template.ftl" as layout>
<#import "progress.ftl" as progress>
<@layout.registrationLayout agency=agencyName!"" watching=true; section>
  <#if section = "header">
    ${msg("letterTitle")}
  <#elseif section = "form">
    <@progress.bar/>
    <p class="lead">${msg("letterLead")}</p>
    <form id="clave-registration-letter" action="${url.loginAction}" method="post" data-once>
      <ul class="routes">
        <li class="route">
          <h2 class="route__title" id="letter-request">${msg("letterRequestTitle")}</h2>
          <dl class="route__facts">
            <div><dt>${msg("letterAddress")}</dt><dd>${maskedAddress}</dd></div>
          </dl>
          <p class="hint">${msg("letterAddressHint")}</p>
          <button class="button button--primary" type="submit" name="step" value="letter.request" aria-describedby="letter-request">${msg("letterRequest")}</button>
        </li>
        <li class="route">
          <h2 class="route__title" id="letter-have">${msg("letterHaveTitle")}</h2>
          <p class="hint">${msg("letterHaveHint")}</p>
          <button class="button button--secondary" type="submit" name="step" value="letter.have" aria-describedby="letter-have">${msg("letterHave")}</button>
        </li>
      </ul>
      <div class="actions">
        <@progress.toRoutes/>
        <@progress.leave/>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
