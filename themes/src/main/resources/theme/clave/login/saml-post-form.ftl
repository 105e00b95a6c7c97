<#import "template.ftl" as layout>
<@layout.registrationLayout languages=false displayMessage=false watching=false; section>
  <#if section = "header">
    ${msg("saml.post-form.title")}
  <#elseif section = "form">
    <p class="lead">${msg("saml.post-form.message")}</p>
    <form name="saml-post-binding" method="post" action="${samlPost.url}" data-submit-now>
      <#if samlPost.SAMLRequest??><input type="hidden" name="SAMLRequest" value="${samlPost.SAMLRequest}"></#if>
      <#if samlPost.SAMLResponse??><input type="hidden" name="SAMLResponse" value="${samlPost.SAMLResponse}"></#if>
      <#if samlPost.relayState??><input type="hidden" name="RelayState" value="${samlPost.relayState}"></#if>
      <div class="actions"><button class="button button--primary button--large" type="submit">${msg("doContinue")}</button></div>
    </form>
  </#if>
</@layout.registrationLayout>
