using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Marshrut.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class AgreementNumberByDay : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_agreements_from_organization_id_to_organization_id_number_k~",
                table: "agreements");

            migrationBuilder.CreateIndex(
                name: "ix_agreements_from_organization_id_to_organization_id_number_k~",
                table: "agreements",
                columns: new[] { "from_organization_id", "to_organization_id", "number_key", "signed_on" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_agreements_from_organization_id_to_organization_id_number_k~",
                table: "agreements");

            migrationBuilder.CreateIndex(
                name: "ix_agreements_from_organization_id_to_organization_id_number_k~",
                table: "agreements",
                columns: new[] { "from_organization_id", "to_organization_id", "number_key" },
                unique: true);
        }
    }
}
