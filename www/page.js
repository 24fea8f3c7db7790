/**
 * The demonstration page: it opens a reader's own document in the element, and the telegram again.
 * What is wrong with a document the element says itself, in the page and to screen readers.
 */

/** @typedef {import('../pkg/src/reading-room.js').ReadingRoom} ReadingRoom */

const room = /** @type {ReadingRoom} */ (document.querySelector('reading-room'));
const caption = element('caption');
const back = element('back');
const file = /** @type {HTMLInputElement} */ (element('file'));
const text = /** @type {HTMLTextAreaElement} */ (element('text'));

const telegram = room.getAttribute('src') ?? '';
const telegramCaption = [...caption.childNodes];

/** @param {string} id */
function element(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/**
 * @param {File | string} source
 * @param {string} name
 */
function openOwn(source, name) {
  back.hidden = false;
  goTo(`On the desk: ${name}.`);
  room.open(source).catch(() => {});
}

function openTelegram() {
  back.hidden = true;
  goTo(...telegramCaption);
  // An attribute that only gets its old value again has not changed.
  room.removeAttribute('src');
  room.setAttribute('src', telegram);
}

/**
 * Says what lies on the desk, and takes the reader there.
 *
 * @param {...(Node | string)} words
 */
function goTo(...words) {
  caption.replaceChildren(...words);
  caption.focus({ preventScroll: true });
  caption.scrollIntoView({ block: 'start' });
}

function listenToControls() {
  back.addEventListener('click', openTelegram);
  file.addEventListener('change', () => {
    const chosen = file.files?.[0];
    if (chosen) openOwn(chosen, chosen.name);
    // The same file can be chosen again.
    file.value = '';
  });
  element('paste').addEventListener('submit', (event) => {
    event.preventDefault();
    openOwn(text.value, 'a text that you pasted');
  });
}

/** A file can be dropped anywhere: the browser would leave the page for one that misses a small target. */
function listenToDrops() {
  const mark = (/** @type {boolean} */ dragging) => document.body.classList.toggle('dragging', dragging);
  document.addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    mark(true);
  });
  document.addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) mark(false);
  });
  document.addEventListener('drop', (event) => {
    mark(false);
    const dropped = event.dataTransfer?.files[0];
    if (!dropped) return;
    event.preventDefault();
    openOwn(dropped, dropped.name);
  });
}

function listenToCopy() {
  const lines = element('lines');
  const copy = element('copy');
  const copied = element('copied');
  copy.hidden = false;
  copy.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(lines.textContent ?? '');
      copied.textContent = 'Copied.';
    } catch {
      getSelection()?.selectAllChildren(lines);
      copied.textContent = 'The browser does not let this page copy; the lines are selected.';
    }
  });
}

listenToCopy();
customElements.whenDefined('reading-room').then(() => {
  element('own').hidden = false;
  listenToControls();
  listenToDrops();
});
