const block = 512
/** The databases that new ones are copied from: no test of the embedded database makes a second one in it. */
const template = /^\/?base\/[14]\//

/** An image of a database (a tar archive) without the files of its templates: a quarter quicker to open. */
export function slimImage(tar: Uint8Array): Uint8Array<ArrayBuffer> {
  const kept: Uint8Array[] = []
  for (let at = 0; at < tar.length && tar[at] !== 0; ) {
    const size = Number.parseInt(textAt(tar, at + 124, 12), 8)
    const next = at + block + Math.ceil(size / block) * block
    if (!template.test(textAt(tar, at, 100))) kept.push(tar.subarray(at, next))
    at = next
  }
  // Two empty blocks end an archive.
  return new Uint8Array(Buffer.concat([...kept, new Uint8Array(2 * block)]))
}

const textAt = (tar: Uint8Array, at: number, length: number): string =>
  new TextDecoder().decode(tar.subarray(at, at + length)).replace(/\0.*$/s, '')
