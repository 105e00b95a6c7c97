<#import "template.ftl" as layout>
<#import "desk.ftl" as desk>
<@layout.registrationLayout watching=false; section>
  <#if section = "header">
    <#if codeOnly>${msg("deskCodeReceiptTitle")}<#else>${msg("deskReceiptTitle")}</#if>
  <#elseif section = "form">
    <@desk.whose/>
    <dl class="facts">
      <div><dt>${msg("deskName")}</dt><dd>${name}</dd></div>
      <div><dt>${msg("nationalIdLabel")}</dt><dd>${nationalId}</dd></div>
      <div><dt>${msg("officeMobileLabel")}</dt><dd>${mobile}</dd></div>
    </dl>
    <p><#if codeOnly>${msg("deskCodeReceiptText")}<#else>${msg("deskReceiptText")}</#if></p>
    <form id="clave-desk-print" action="${receiptUrl}" method="post" target="_blank">
      <@desk.token/>
      <div class="actions">
        <button class="button button--primary button--large" type="submit">${msg("deskPrint")}<span class="sr-only"> ${msg("opensElsewhere")}</span></button>
      </div>
    </form>
    <form id="clave-desk-receipt" action="${deskUrl}" method="post" data-once>
      <@desk.token/>
      <div class="actions">
        <#if codeOnly>
        <button class="button button--secondary" type="submit" name="step" value="handed-over">${msg("deskCodeHandOver")}</button>
        <#else>
        <button class="button button--secondary" type="submit" name="step" value="signed">${msg("deskSignedConfirm")}</button>
        </#if>
      </div>
    </form>
    <#if !codeOnly>
    <@desk.refuse step="unsigned" title=msg("deskUnsigned") text=msg("deskUnsignedText") button=msg("deskUnsignedConfirm")/>
    </#if>
  </#if>
</@layout.registrationLayout>
