<#import "form.ftl" as form>
<#import "drawings.ftl" as drawings>
<#-- The two fields by which a document is known, with drawings that show where the datum stands. -->
<#macro fields>
      <@form.text id="nationalId" label=msg("nationalIdLabel") hint=msg("nationalIdHint") value=(typed.nationalId)!"" class="input--medium input--upper" autocomplete=passkey???then("username webauthn", "off")/>
      <div data-datum
        data-label-dni="${msg("contrastDatumLabelDni")}" data-hint-dni="${msg("contrastDatumHintDni")}"
        data-label-nie="${msg("contrastDatumLabelNie")}" data-hint-nie="${msg("contrastDatumHintNie")}">
        <@form.text id="contrastDatum" label=msg("contrastDatumLabel") hint=msg("contrastDatumHint") value=(typed.contrastDatum)!"" class="input--medium input--upper">
          <details class="help">
            <summary>${msg("whereIsIt")}</summary>
            <div class="help__body">
              <section data-document="dni">
                <h2 class="help__title">${msg("whereDniTitle")}</h2>
                <p>${msg("whereDniText")}</p>
                <div class="documents"><@drawings.dni/><@drawings.dniEuropean/></div>
                <p>${msg("whereDniPermanentText")}</p>
                <div class="documents"><@drawings.dniPermanent/></div>
              </section>
              <section data-document="nie">
                <h2 class="help__title">${msg("whereTieTitle")}</h2>
                <p>${msg("whereTieText")}</p>
                <div class="documents"><@drawings.tie/></div>
                <p>${msg("whereCertificateText")}</p>
                <div class="documents"><@drawings.euCertificate/></div>
              </section>
            </div>
          </details>
        </@form.text>
      </div>
</#macro>
