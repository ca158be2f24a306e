const mostCharacters = 200

// Names of devices, which some systems open instead of a file.
const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/**
 * A name that is safe to show and to save: no path, no control or direction characters (which can make
 * `gpj.exe` read as `exe.jpg`), nothing a shell or a file system reads as more than a letter. Ends in what it is, whatever it was called.
 */
export function fileName(given: string, ending = '.webp'): string {
  const last = given.slice(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
  const plain = last
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}"*:<>?|]/gu, '')
    .replace(/\s+/g, ' ')
  const dot = plain.lastIndexOf('.')
  const stem = (dot > 0 ? plain.slice(0, dot) : plain).replace(/^[. ]+|[. ]+$/g, '')
  const safe = stem === '' || devices.test(stem) ? `${ending === '.webp' ? 'picture' : 'file'}${stem}` : stem
  return [...safe].slice(0, mostCharacters - ending.length).join('') + ending
}
