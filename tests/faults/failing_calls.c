/* Preloaded into a test child: the n-th call of chosen kinds on a file below one folder fails, as a disk would let it.
   SQLite writes through these calls itself, where nothing written in Python can reach. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

enum { WRITE = 1, SYNC = 2, MAKE = 4, NAME = 8, REMOVE = 16, OPEN = 32, READ = 64, CLOSE = 128, MODE = 256 };
enum { MOST_FILES = 4096, SHORT = 0 };

static char below[4096];
static int kinds, error, from_on;
static long nth, counted;
static char watched[MOST_FILES];

void faults_arm(const char *folder, int which, int number, long place, int stays) {
    snprintf(below, sizeof below, "%s", folder);
    kinds = which, error = number, nth = place, from_on = stays, counted = 0;
}

long faults_counted(void) { return counted; }

static int is_below(const char *path) { return below[0] && path && strncmp(path, below, strlen(below)) == 0; }
static int is_watched(int file) { return file >= 0 && file < MOST_FILES && watched[file]; }

/* 1 when this call is the one that fails */
static int fails(int kind) {
    if (!(kinds & kind)) return 0;
    counted++;
    if (!(from_on ? counted >= nth : counted == nth)) return 0;
    errno = error;
    return 1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define FAILS_AT(path, kind) (is_below(path) && fails(kind))
#define FAILS_ON(file, kind) (is_watched(file) && fails(kind))

static int noted(int file, const char *path) {
    if (file >= 0 && file < MOST_FILES) watched[file] = is_below(path);
    return file;
}

#define OPENING(name, arguments, given)                                                                             \
    int name arguments {                                                                                            \
        va_list more;                                                                                               \
        va_start(more, flags);                                                                                      \
        mode_t mode = (flags & O_CREAT) ? va_arg(more, mode_t) : 0;                                                 \
        va_end(more);                                                                                               \
        if (FAILS_AT(path, (flags & O_CREAT) ? MAKE : OPEN)) return -1;                                             \
        return noted(REAL(name) given, path);                                                                       \
    }
OPENING(open, (const char *path, int flags, ...), (path, flags, mode))
OPENING(open64, (const char *path, int flags, ...), (path, flags, mode))
OPENING(openat, (int place, const char *path, int flags, ...), (place, path, flags, mode))
OPENING(openat64, (int place, const char *path, int flags, ...), (place, path, flags, mode))

/* a short write is no error: fewer bytes are taken than were offered */
#define MOVING(name, kind, arguments, given, half)                                                           \
    ssize_t name arguments {                                                                                        \
        if (FAILS_ON(file, kind)) {                                                                                 \
            if (error != SHORT || kind != WRITE || size < 2) { errno = error ? error : ENOSPC; return -1; }         \
            return REAL(name) half;                                                                                 \
        }                                                                                                           \
        return REAL(name) given;                                                                                    \
    }
MOVING(write, WRITE, (int file, const void *bytes, size_t size), (file, bytes, size), (file, bytes, size / 2))
MOVING(pwrite, WRITE, (int file, const void *bytes, size_t size, off_t at), (file, bytes, size, at),
        (file, bytes, size / 2, at))
MOVING(pwrite64, WRITE, (int file, const void *bytes, size_t size, off64_t at), (file, bytes, size, at),
        (file, bytes, size / 2, at))
MOVING(read, READ, (int file, void *bytes, size_t size), (file, bytes, size), (file, bytes, size))
MOVING(pread, READ, (int file, void *bytes, size_t size, off_t at), (file, bytes, size, at), (file, bytes, size, at))
MOVING(pread64, READ, (int file, void *bytes, size_t size, off64_t at), (file, bytes, size, at),
        (file, bytes, size, at))

#define ON_FILE(name, kind, arguments, given)                                                                       \
    int name arguments { return FAILS_ON(file, kind) ? -1 : REAL(name) given; }
ON_FILE(fsync, SYNC, (int file), (file))
ON_FILE(fdatasync, SYNC, (int file), (file))
ON_FILE(ftruncate, WRITE, (int file, off_t size), (file, size))
ON_FILE(ftruncate64, WRITE, (int file, off64_t size), (file, size))
ON_FILE(fchmod, MODE, (int file, mode_t mode), (file, mode))

#define AT_PATH(name, kind, arguments, given)                                                                       \
    int name arguments { return FAILS_AT(path, kind) ? -1 : REAL(name) given; }
AT_PATH(rename, NAME, (const char *path, const char *to), (path, to))
AT_PATH(renameat, NAME, (int place, const char *path, int there, const char *to), (place, path, there, to))
AT_PATH(renameat2, NAME, (int place, const char *path, int there, const char *to, unsigned how),
        (place, path, there, to, how))
AT_PATH(mkdir, MAKE, (const char *path, mode_t mode), (path, mode))
AT_PATH(unlink, REMOVE, (const char *path), (path))
AT_PATH(unlinkat, REMOVE, (int place, const char *path, int how), (place, path, how))
AT_PATH(rmdir, REMOVE, (const char *path), (path))
AT_PATH(chmod, MODE, (const char *path, mode_t mode), (path, mode))

/* the number is given back to the system all the same, as Linux does when a close fails */
int close(int file) {
    int failed = FAILS_ON(file, CLOSE), number = errno;
    if (file >= 0 && file < MOST_FILES) watched[file] = 0;
    int done = REAL(close)(file);
    if (!failed) return done;
    errno = number;
    return -1;
}
