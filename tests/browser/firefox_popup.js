// Runs a script in the popup, from the browser's own window: the popup is a frame that Marionette cannot switch to.
const [body, args, pressed] = arguments;
const { document, setTimeout } = Services.wm.getMostRecentWindow('navigator:browser');
const popup = document.querySelector('browser.webextension-popup-browser');
if (!popup?.currentURI.spec.endsWith('/popup/popup.html')) return resolve({ gone: true });
const answer = `forepost:${Math.random()}`;
popup.messageManager.addMessageListener(answer, function heard({ data }) {
  popup.messageManager.removeMessageListener(answer, heard);
  resolve(data);
});
setTimeout(() => resolve({ gone: true }), 2000); // what is sent while its process changes gets lost
const run = `{
  const given = Components.utils.cloneInto(${JSON.stringify(args)}, content);
  const box = Components.utils.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
  const hand = ${pressed} ? content.windowUtils.setHandlingUserInput(true) : null;
  const said = {};
  try {
    const value = Components.utils.evalInSandbox('(function () {' + ${JSON.stringify(body)} + '})', box).apply(null, given);
    said.value = value === undefined ? null : JSON.parse(JSON.stringify(value));
  } catch (fault) { said.fault = String(fault); }
  hand?.destruct();
  sendAsyncMessage(${JSON.stringify(answer)}, said);
}`;
popup.messageManager.loadFrameScript(`data:application/javascript;charset=utf-8,${encodeURIComponent(run)}`, false);
