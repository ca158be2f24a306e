/** A language by its own name, `da` → "Dansk"; or in the words of another: in English "Danish". */
export function languageName(lang: string, inLanguage: string = lang): string {
  const name = new Intl.DisplayNames([inLanguage], { type: 'language' }).of(lang) ?? lang
  return inLanguage === lang ? name.charAt(0).toLocaleUpperCase(lang) + name.slice(1) : name
}
