<#import "icons.ftl" as icons>
<#--
  A labelled text field with its hint and its error, tied together for assistive technology.
  The nested content comes after the field.
-->
<#macro text id label hint="" value="" class="" inputmode="text" autocomplete="off" maxlength=40 capitals="characters" focus=false describedBy="" required=true>
  <#local failed = messagesPerField.existsError(id)>
  <#local descriptions = []>
  <#if hint?has_content><#local descriptions = descriptions + [id + "-hint"]></#if>
  <#if failed><#local descriptions = descriptions + [id + "-error"]></#if>
  <#if describedBy?has_content><#local descriptions = descriptions + [describedBy]></#if>
  <div class="field<#if failed> field--error</#if>">
    <label class="label" for="${id}" data-label="${id}">${label}</label>
    <#if hint?has_content><p class="hint" id="${id}-hint">${hint}</p></#if>
    <#if failed><p class="error" id="${id}-error"><@icons.error/><span><span class="sr-only">${msg("errorPrefix")} </span>${kcSanitize(messagesPerField.get(id))?no_esc}</span></p></#if>
    <input class="input ${class}" type="text" id="${id}" name="${id}" value="${value}"<#if required> required</#if><#if focus && !failed> autofocus</#if>
      inputmode="${inputmode}" autocomplete="${autocomplete}" autocapitalize="${capitals}" autocorrect="off" spellcheck="false" maxlength="${maxlength?c}"<#if descriptions?has_content>
      aria-describedby="${descriptions?join(" ")}"</#if><#if failed> aria-invalid="true"</#if>>
    <#nested>
  </div>
</#macro>

<#-- The same for a password, which is never shown again; where there is JavaScript it can be looked at. -->
<#macro password id label autocomplete hint="" focus=false>
  <#local failed = messagesPerField.existsError(id)>
  <#local descriptions = []>
  <#if hint?has_content><#local descriptions = descriptions + [id + "-hint"]></#if>
  <#if failed><#local descriptions = descriptions + [id + "-error"]></#if>
  <div class="field<#if failed> field--error</#if>">
    <label class="label" for="${id}">${label}</label>
    <#if hint?has_content><p class="hint" id="${id}-hint">${hint}</p></#if>
    <#if failed><p class="error" id="${id}-error"><@icons.error/><span><span class="sr-only">${msg("errorPrefix")} </span>${kcSanitize(messagesPerField.get(id))?no_esc}</span></p></#if>
    <div class="input-group">
      <input class="input input--medium" type="password" id="${id}" name="${id}" required<#if focus && !failed> autofocus</#if>
        autocomplete="${autocomplete}" autocapitalize="off" autocorrect="off" spellcheck="false" maxlength="200"<#if descriptions?has_content>
        aria-describedby="${descriptions?join(" ")}"</#if><#if failed> aria-invalid="true"</#if>>
      <button class="button button--secondary" type="button" hidden data-reveal="${id}" aria-controls="${id}" aria-pressed="false">${msg("passwordReveal")}</button>
    </div>
    <#nested>
  </div>
</#macro>

<#-- Out of this way to log in, to the others if there are any, or out of the login. -->
<#macro cancel>
  <@ways/>
  <@turnBack/>
</#macro>

<#-- To the other ways to log in; what was typed is kept. -->
<#macro ways>
  <#if otherWays!false><button class="button button--link" type="submit" name="step" value="ways" formnovalidate>${msg("changeWay")}</button></#if>
</#macro>

<#-- Out of the login: the agency is told that nobody logged in. -->
<#macro turnBack>
  <button class="button button--link" type="submit" name="step" value="cancel" formnovalidate>${msg("cancelAndReturn")}</button>
</#macro>
