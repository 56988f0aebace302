#include "tests/support/loopback/certificate.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <cstdio>
#include <cstdlib>
#include <memory>

namespace haneul::loopback {

namespace {

void insist(bool good) {
    if (!good) std::abort(); // a test without its certificate shows nothing
}

void extend(X509* certificate, int what, const char* value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* const extension = X509V3_EXT_conf_nid(nullptr, &context, what, value);
    insist(extension != nullptr && X509_add_ext(certificate, extension, -1) == 1);
    X509_EXTENSION_free(extension);
}

template <class Write>
void writeTo(const std::filesystem::path& file, Write write) {
    FILE* const out = std::fopen(file.c_str(), "wb");
    insist(out != nullptr && write(out) == 1 && std::fclose(out) == 0);
}

} // namespace

Certificate makeCertificate(const std::filesystem::path& folder) {
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(EVP_EC_gen("P-256"), &EVP_PKEY_free);
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(X509_new(), &X509_free);
    insist(key != nullptr && certificate != nullptr);
    constexpr long day_s = 24 * 60 * 60;
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -day_s);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), day_s);
    X509_set_pubkey(certificate.get(), key.get());
    X509_NAME* const name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("localhost"), -1, -1,
                               0);
    X509_set_issuer_name(certificate.get(), name);
    extend(certificate.get(), NID_basic_constraints, "critical,CA:TRUE");
    extend(certificate.get(), NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1");
    insist(X509_sign(certificate.get(), key.get(), EVP_sha256()) > 0);

    Certificate files{folder / "loopback.pem", folder / "loopback.key"};
    writeTo(files.certificate, [&](FILE* out) { return PEM_write_X509(out, certificate.get()); });
    writeTo(files.key,
            [&](FILE* out) { return PEM_write_PrivateKey(out, key.get(), nullptr, nullptr, 0, nullptr, nullptr); });
    return files;
}

} // namespace haneul::loopback
