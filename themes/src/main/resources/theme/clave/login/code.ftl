<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    <#if code.success>${msg("codeSuccessTitle")}<#else>${msg("codeErrorTitle", kcSanitize(code.error))}</#if>
  <#elseif section = "form">
    <#if code.success>
    <div class="field">
      <label class="label" for="code">${msg("copyCodeInstruction")}</label>
      <input class="input" id="code" type="text" value="${code.code}" readonly>
    </div>
    <#else>
    <p>${kcSanitize(code.error)?no_esc}</p>
    </#if>
  </#if>
</@layout.registrationLayout>
