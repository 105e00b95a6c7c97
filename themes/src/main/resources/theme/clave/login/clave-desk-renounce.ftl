<#import "template.ftl" as layout>
<#import "desk.ftl" as desk>
<@layout.registrationLayout watching=false; section>
  <#if section = "header">
    ${msg("deskRenounceTitle")}
  <#elseif section = "form">
    <@desk.whose/>
    <dl class="facts">
      <div><dt>${msg("deskName")}</dt><dd>${name}</dd></div>
      <div><dt>${msg("nationalIdLabel")}</dt><dd>${nationalId}</dd></div>
    </dl>
    <p>${msg("deskRenounceText")}</p>
    <form id="clave-desk-renounce" action="${deskUrl}" method="post" data-once>
      <@desk.token/>
      <div class="actions">
        <button class="button button--primary" type="submit" name="step" value="confirm-renounce">${msg("deskRenounceConfirm")}</button>
        <button class="button button--link" type="submit" name="step" value="back">${msg("deskBack")}</button>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
