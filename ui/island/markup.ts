/**
 * The only door through which text becomes elements in the browser: what our own server made, with everything in it escaped. The policy
 * of our pages lets no other code do it, and nothing at all turn text into a script.
 */
type Policy = { readonly createHTML: (text: string) => string; readonly createScript: (text: string) => string }

declare global {
  interface Window {
    /** Where the browser has it: its types are not in the library yet. */
    readonly trustedTypes?: { readonly createPolicy: (name: string, rules: Policy) => Policy }
  }
}

const rules: Policy = {
  createHTML: (text) => text,
  createScript: () => {
    throw new TypeError('no text becomes a script here')
  },
}

export const ourMarkup: Policy = window.trustedTypes?.createPolicy('folkmoot', rules) ?? rules

/** A page, or a part of one, of our own server. In it nothing runs. */
export function parsed(text: string): Document {
  return new DOMParser().parseFromString(ourMarkup.createHTML(text), 'text/html')
}
