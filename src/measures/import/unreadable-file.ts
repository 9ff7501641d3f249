/** A file that cannot be read at all, with a sentence that says why and what to do. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
}
