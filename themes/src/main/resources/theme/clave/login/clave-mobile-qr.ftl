<#import "template.ftl" as layout>
<#import "form.ftl" as form>
<#import "icons.ftl" as icons>
<#import "mobile.ftl" as mobile>
<@layout.registrationLayout agency=agencyName level=requiredLevel watching=true; section>
  <#if section = "header">
    ${msg("appQrTitle")}
  <#elseif section = "form">
    <@mobile.waiting id="clave-mobile-qr">
      <ol class="steps">
        <li>${msg("appQrStepOpen")}</li>
        <li>${msg("appQrStepScan")}</li>
        <li>${msg("appQrStepConfirm")}</li>
      </ol>
      <#assign side = qrSize + 2 * qrMargin>
      <div class="qr"><svg class="qr__image" viewBox="-${qrMargin?c} -${qrMargin?c} ${side?c} ${side?c}" role="img" aria-label="${msg("appQrLabel")}" shape-rendering="crispEdges" focusable="false" data-qr="${qrMargin?c}"><path d="${qr}"/></svg></div>
      <@mobile.timeLeft/>
      <p class="hint" data-without-script>${msg("appQrWithoutScript")}</p>
      <div class="actions">
        <a class="button button--secondary" href="${openLink}">${msg("appOpenHere")}</a>
        <button class="button button--secondary" type="submit" name="step" value="document">${msg("appWithoutQr")}</button>
        <button class="button button--secondary" type="submit" name="step" value="go" data-without-script>${msg("appGoOn")}</button>
        <button class="button button--link" type="submit" name="step" value="again" data-without-script>${msg("appQrRefresh")}</button>
        <@form.cancel/>
      </div>
    </@mobile.waiting>
    <@mobile.help/>
  </#if>
</@layout.registrationLayout>
