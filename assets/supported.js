// Says, before anything is drawn, that scripts run; what only works with them is hidden until then.
document.body.classList.add('js-enabled')
if ('noModule' in HTMLScriptElement.prototype) document.body.classList.add('govuk-frontend-supported')
