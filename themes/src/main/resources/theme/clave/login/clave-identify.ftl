<#import "template.ftl" as layout>
<#import "form.ftl" as form>
<#import "aside.ftl" as aside>
<#import "drawings.ftl" as drawings>
<@layout.registrationLayout fields=["nationalId", "contrastDatum"] agency=agencyName level=requiredLevel watching=true; section>
  <#if section = "header">
    ${msg("identifyTitle")}
  <#elseif section = "form">
    <p class="lead">${msg("identifyLead")}</p>
    <form id="clave-identify" action="${url.loginAction}" method="post" novalidate data-once>
      <@form.text id="nationalId" label=msg("nationalIdLabel") hint=msg("nationalIdHint") value=(typed.nationalId)!"" class="input--medium input--upper"/>
      <div data-datum
        data-label-dni="${msg("contrastDatumLabelDni")}" data-hint-dni="${msg("contrastDatumHintDni")}"
        data-label-nie="${msg("contrastDatumLabelNie")}" data-hint-nie="${msg("contrastDatumHintNie")}">
        <@form.text id="contrastDatum" label=msg("contrastDatumLabel") hint=msg("contrastDatumHint") value=(typed.contrastDatum)!"" class="input--medium input--upper">
          <details class="help">
            <summary>${msg("whereIsIt")}</summary>
            <div class="help__body">
              <section data-document="dni">
                <h2 class="help__title">${msg("whereDniTitle")}</h2>
                <@drawings.dni/>
                <p>${msg("whereDniText")}</p>
                <p>${msg("whereDniPermanentText")}</p>
              </section>
              <section data-document="nie">
                <h2 class="help__title">${msg("whereTieTitle")}</h2>
                <@drawings.tie/>
                <p>${msg("whereTieText")}</p>
                <p>${msg("whereCertificateText")}</p>
              </section>
            </div>
          </details>
        </@form.text>
      </div>
      <div class="actions">
        <button class="button button--primary button--large" type="submit" name="step" value="request">${msg("requestPin")}</button>
        <@form.cancel/>
      </div>
    </form>
  <#elseif section = "aside">
    <@aside.panels/>
  </#if>
</@layout.registrationLayout>
