// Loaded into the server's process by the soak test, which asks how much memory is in use after all that
// can be cleared away is.
process.on('message', () => {
  globalThis.gc?.();
  process.send?.({ heap: process.memoryUsage().heapUsed });
});
// The question must not keep a server alive whose client has gone.
process.channel?.unref();
