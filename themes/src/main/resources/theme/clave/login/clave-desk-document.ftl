<#import "template.ftl" as layout>
<#import "form.ftl" as form>
<#import "desk.ftl" as desk>
<@layout.registrationLayout fields=["contrastDatum"] watching=false; section>
  <#if section = "header">
    ${msg("deskDocumentTitle")}
  <#elseif section = "form">
    <@desk.whose/>
    <dl class="facts">
      <div><dt>${msg("deskName")}</dt><dd>${name}</dd></div>
      <div><dt>${msg("nationalIdLabel")}</dt><dd>${nationalId}</dd></div>
    </dl>
    <p class="lead">${msg("deskDocumentLead")}</p>
    <form id="clave-desk-document" action="${deskUrl}" method="post" novalidate data-once>
      <@desk.token/>
      <@form.text id="contrastDatum" label=msg("contrastDatumLabel") hint=msg("contrastDatumHint") value=typed.contrastDatum class="input--medium input--upper"/>
      <div class="actions">
        <button class="button button--primary" type="submit" name="step" value="verify">${msg("deskLookUp")}</button>
      </div>
    </form>
    <@desk.refuse/>
  </#if>
</@layout.registrationLayout>
