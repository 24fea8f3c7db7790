/** A volume that is made up, as large as a test wants it. */

/** What its documents have in each of their two long paragraphs, four times. */
const WORDS = 'The lamp was dark, and the keeper had the fog signal sounded by hand until the morning. '.repeat(4);

/**
 * A volume of so many documents, each of about a kilobyte, with a note.
 *
 * @param {number} count
 * @param {string} [language] empty if it says none
 */
export function volume(count, language = 'en') {
  const documents = Array.from({ length: count }, (_, index) => {
    const note = `<note n="${index + 1}">Note ${index + 1}, to which <ref target="#d${count - index}">another document</ref> belongs.</note>`;
    const dated = '<p rend="right">At the lighthouse</p>';
    return `<div type="document" xml:id="d${index + 1}"><head>Document ${index + 1}</head>${dated}<p>${WORDS}${note}</p><p>${WORDS}</p></div>`;
  });
  const says = language && ` xml:lang="${language}"`;
  const header = '<teiHeader><fileDesc><titleStmt><title>Papers of the Port</title></titleStmt></fileDesc></teiHeader>';
  return `<TEI xmlns="http://www.tei-c.org/ns/1.0"${says}>${header}<text><body>${documents.join('\n')}<p>The last words of all.</p></body></text></TEI>`;
}

/** What a server says of it. */
export const XML = { 'Content-Type': 'application/xml; charset=utf-8' };
