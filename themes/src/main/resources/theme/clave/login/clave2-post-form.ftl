<#import "template.ftl" as layout>
<@layout.registrationLayout languages=false displayMessage=false watching=false; section>
  <#if section = "header">
    ${msg("saml.post-form.title")}
  <#elseif section = "form">
    <p class="lead">${msg("saml.post-form.message")}</p>
    <form name="clave2-post" method="post" action="${postAddress}" data-submit-now>
      <#list postFields as name, value><input type="hidden" name="${name}" value="${value}"></#list>
      <div class="actions"><button class="button button--primary button--large" type="submit">${msg("doContinue")}</button></div>
    </form>
  </#if>
</@layout.registrationLayout>
