/* Records what a process writes, truncates and syncs of the files whose path holds $RECORD_FILES, and what it prints,
   into $RECORD_TO. Each record: kind (1 byte), offset (8), length (4), path (256), then the bytes written. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef ssize_t (*write_call)(int, const void *, size_t);

static write_call real_write(void) {
  static write_call real;
  if (!real) real = (write_call)dlsym(RTLD_NEXT, "write");
  return real;
}

static int record_file(void) {
  static int file = -2;
  if (file == -2) {
    const char *path = getenv("RECORD_TO");
    file = path ? open(path, O_WRONLY | O_CREAT | O_APPEND, 0600) : -1;
  }
  return file;
}

static int is_recorded(int fd, char path[256]) {
  char link[64];
  const char *files = getenv("RECORD_FILES");
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, 255);
  if (length < 0) return 0;
  path[length] = 0;
  return files && strstr(path, files);
}

static void record(char kind, const char *path, uint64_t offset, const void *bytes, uint32_t length) {
  if (record_file() < 0) return;
  char head[269] = {kind};
  memcpy(head + 1, &offset, 8);
  memcpy(head + 9, &length, 4);
  strncpy(head + 13, path, 255);
  real_write()(record_file(), head, sizeof head);
  if (length) real_write()(record_file(), bytes, length);
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset) {
  static ssize_t (*real)(int, const void *, size_t, off64_t);
  if (!real) real = dlsym(RTLD_NEXT, "pwrite64");
  char path[256];
  if (is_recorded(fd, path)) record('W', path, offset, bytes, length);
  return real(fd, bytes, length, offset);
}
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) { return pwrite64(fd, bytes, length, offset); }

ssize_t write(int fd, const void *bytes, size_t length) {
  char path[256];
  if (fd == 1) record('P', "", 0, bytes, length);
  else if (is_recorded(fd, path)) record('W', path, lseek(fd, 0, SEEK_CUR), bytes, length);
  return real_write()(fd, bytes, length);
}

static int sync_by(const char *name, int fd) {
  char path[256];
  int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
  int result = real(fd);
  if (result == 0 && is_recorded(fd, path)) record('S', path, 0, NULL, 0);
  return result;
}
int fsync(int fd) { return sync_by("fsync", fd); }
int fdatasync(int fd) { return sync_by("fdatasync", fd); }

int ftruncate64(int fd, off64_t length) {
  static int (*real)(int, off64_t);
  if (!real) real = dlsym(RTLD_NEXT, "ftruncate64");
  char path[256];
  if (is_recorded(fd, path)) record('T', path, length, NULL, 0);
  return real(fd, length);
}
int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }
