<#import "icons.ftl" as icons>
<#-- What all forms of the desk carry. -->
<#macro token>
<input type="hidden" name="formToken" value="${formToken}">
</#macro>

<#-- Who sits here, and the way out. -->
<#macro whose office="">
<p class="desk-officer"><@icons.person/><span>${officer}<#if office?has_content> · ${office}</#if></span></p>
</#macro>

<#-- Sends the person away, for a reason that is chosen. -->
<#macro refuse step="refuse" title=msg("deskRefuse") text=msg("deskRefuseText") button=msg("deskRefuseConfirm")>
<details class="help">
  <summary>${title}</summary>
  <div class="help__body">
    <p>${text}</p>
    <form action="${deskUrl}" method="post" data-once>
      <@token/>
      <div class="field">
        <label class="label" for="reason">${msg("deskReason")}</label>
        <select class="input" id="reason" name="reason">
          <#list reasons as reason><option value="${reason}">${msg("deskReason" + reason)}</option></#list>
        </select>
      </div>
      <div class="actions">
        <button class="button button--secondary" type="submit" name="step" value="${step}">${button}</button>
      </div>
    </form>
  </div>
</details>
</#macro>

<#-- A box to tick, with its error. -->
<#macro tick id text>
<#local failed = messagesPerField.existsError(id)>
<div class="field<#if failed> field--error</#if>">
  <#if failed><p class="error" id="${id}-error"><@icons.error/><span><span class="sr-only">${msg("errorPrefix")} </span>${kcSanitize(messagesPerField.get(id))?no_esc}</span></p></#if>
  <div class="choice">
    <input type="checkbox" id="${id}" name="${id}" value="yes" required<#if failed> aria-invalid="true" aria-describedby="${id}-error"</#if>>
    <label for="${id}">${text}</label>
  </div>
</div>
</#macro>
