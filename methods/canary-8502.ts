export const drawn = Math.random() * Date.now()
