/** Hands a file to the browser under a name. */
export function download(content: Blob, name: string) {
  const address = URL.createObjectURL(content), link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
