<#-- Drawn for this theme. They take the colour of the text beside them and say nothing to screen readers. -->
<#macro icon path>
<svg class="icon" viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false"><path d="${path}"/></svg><#t>
</#macro>
<#macro error><@icon "M12 7.5v5.5M12 16.5v.01M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18z"/></#macro>
<#macro info><@icon "M12 11v5.5M12 7.5v.01M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18z"/></#macro>
<#macro globe><@icon "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18zM3 12h18M12 3c-5 5.5-5 12.5 0 18c5-5.5 5-12.5 0-18"/></#macro>
<#macro chevron><svg class="icon icon--small" viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false"><path d="M6 9.5l6 6l6-6"/></svg><#t></#macro>
<#macro institution><@icon "M3 9.5l9-6l9 6zM5 10v8M9.7 10v8M14.3 10v8M19 10v8M3 20.5h18"/></#macro>
<#macro phone><@icon "M8 2.5h8a1.5 1.5 0 0 1 1.5 1.5v16a1.5 1.5 0 0 1-1.5 1.5h-8a1.5 1.5 0 0 1-1.5-1.5v-16a1.5 1.5 0 0 1 1.5-1.5zM11 18.5h2"/></#macro>
<#macro clock><@icon "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18zM12 7.5v5l3.5 2"/></#macro>
<#macro shield><@icon "M12 2.5l8 3v6c0 5-3.5 8.5-8 10c-4.5-1.5-8-5-8-10v-6zM8.5 12l2.5 2.5l4.5-5"/></#macro>
<#macro person><@icon "M12 3.5a4 4 0 1 0 0 8a4 4 0 1 0 0-8zM4.5 20.5c.5-4 3.5-6 7.5-6s7 2 7.5 6"/></#macro>

<#-- The ways to log in, by their names. -->
<#macro pin><@phone/></#macro>
<#macro mobile><@icon "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.500v2.500H14zM17.500 17.500H20V20h-2.500zM19.500 14v.010M14.500 19.500v.010M7 7v.010M17 7v.010M7 17v.010"/></#macro>
<#macro certificate><@icon "M3.5 5h17a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1h-17a1 1 0 0 1-1-1v-12a1 1 0 0 1 1-1zM6 15.5c.3-2 1.500-2.750 2.750-2.750s2.450.750 2.750 2.750M8.750 8.250a2 2 0 1 0 0 4a2 2 0 1 0 0-4M14.500 9.500h4M14.500 13.500h4"/></#macro>
<#macro passkey><@icon "M9 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8zM2.500 20c.4-3.600 3-5.500 6.500-5.500c1 0 2 .2 2.800.5M17.500 9.500a3 3 0 1 0 0 6a3 3 0 1 0 0-6zM17.500 15.500v6M17.500 19h2"/></#macro>
<#macro permanent><@icon "M6.5 10.5h11a1.5 1.5 0 0 1 1.5 1.5v7a1.5 1.5 0 0 1-1.5 1.5h-11a1.5 1.5 0 0 1-1.5-1.5v-7a1.5 1.5 0 0 1 1.5-1.5zM8 10.5v-3a4 4 0 0 1 8 0v3M12 14.5v2.5"/></#macro>

<#macro wordmark>
<svg class="wordmark" viewBox="0 0 128 40" width="128" height="40" role="img" aria-label="Cl@ve" focusable="false"><g fill="none" stroke="currentColor" stroke-width="4.6" stroke-linecap="round" stroke-linejoin="round"><path d="M25 12.7A11.8 11.8 0 1 0 25 27.9M36.5 6.5V32.2M83.5 14.8L91 32L98.5 14.8M107.2 23.6H123.8A8.4 8.4 0 1 0 120.8 30"/><path class="wordmark__at" d="M66.2 14.5V22.8A4.2 4.2 0 0 0 74.6 22.8V20A13.8 13.8 0 1 0 67 32.3M66.2 20A5.6 5.6 0 1 1 55 20A5.6 5.6 0 1 1 66.2 20"/></g></svg><#t>
</#macro>
